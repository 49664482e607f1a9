"""What people meet: the parts that the page is drawn with, and in `ui.terminal` the command."""
