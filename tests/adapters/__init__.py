"""Tests of the world outside: payment networks and their simulators."""
