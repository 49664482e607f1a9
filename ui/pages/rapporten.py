"""The reports that answer, and what could not be read of them."""

from ui.reports_page import draw_reports_page

if __name__ == "__main__":  # Streamlit runs it so
    draw_reports_page()
