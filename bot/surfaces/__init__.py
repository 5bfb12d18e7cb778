"""Command line, terminal chat, JSON and chart; what knows Discord is in `discord`. Enter at `cli`.

cli           reads arguments and calls the desk
plain, listings, as_json, calibration_report    lay out results; output and wrapping write them
chat          a conversation, on terminal_cards
chart         draws figures
"""
