"""The application in the browser: pages, the widgets on them, and what they share. Only here is Streamlit known.

Nothing here knows what the rules are about: every text on the subject comes from the rule base.
"""
