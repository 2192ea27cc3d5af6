from dataclasses import dataclass


@dataclass
class Config:
    name: str
    level: int = 1
