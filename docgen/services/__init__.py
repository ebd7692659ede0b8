"""Services: what users do; one verb a function, one transaction each."""
