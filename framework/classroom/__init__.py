"""A class that answers together: what each step shows, how votes are counted, where the room disagrees. Pure: no
database, no page, no clock.
"""
