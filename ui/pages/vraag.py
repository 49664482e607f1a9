"""The chat."""

from ui.ask_page import draw_ask_page

if __name__ == "__main__":  # Streamlit runs it so
    draw_ask_page()
