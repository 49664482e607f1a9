"""One script a page, each a single call: Streamlit wants a file for each address."""
