/set mode opsdk normal -command
/set truncation opsdk 200000
/set feedback opsdk
help()
