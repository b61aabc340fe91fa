INSERT INTO guests (name, notes) VALUES ('Ada', 'by a script')
