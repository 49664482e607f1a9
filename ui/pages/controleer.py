"""The fact check."""

from ui.check_page import draw_check_page

if __name__ == "__main__":  # Streamlit runs it so
    draw_check_page()
