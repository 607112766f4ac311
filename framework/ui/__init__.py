"""The web application: pages, their components, and shared code. The only package that uses Streamlit.

Nothing here depends on the subject: every text about it comes from the rule base.
"""
