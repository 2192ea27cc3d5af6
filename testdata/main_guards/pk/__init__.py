"""pk doc"""
