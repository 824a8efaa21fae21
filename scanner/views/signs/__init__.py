"""Signs of an address ("@", the point, the dash) that are said, drawn, replaced or left out."""
