"""The figures of a report, and what to take along."""

from ui.overview_page import draw_overview_page

if __name__ == "__main__":  # Streamlit runs it so
    draw_overview_page()
