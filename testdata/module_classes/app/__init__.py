from .core.models import Job
from .core import models
