"""The illustrated guide: what it says, its pictures, and the book and the site that are made of both."""
