"""The application in the browser: pages, the widgets on them, and what they share. The only package that knows Streamlit.

Nothing here knows what the rules are about: every text on the subject comes from the rule base.
"""
