-- old
CREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL); CREATE TABLE posts (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users ON DELETE CASCADE); CREATE INDEX idx_posts_user ON posts (user_id); CREATE VIEW up AS SELECT name FROM users JOIN posts ON posts.user_id = users.id;
-- new
CREATE TABLE people (id serial PRIMARY KEY, name text NOT NULL); CREATE SEQUENCE users_id_seq; CREATE TABLE posts (id int PRIMARY KEY DEFAULT nextval('users_id_seq'), person_id int NOT NULL REFERENCES people ON DELETE CASCADE); CREATE INDEX idx_posts_user ON posts (person_id); CREATE VIEW up AS SELECT name FROM people JOIN posts ON posts.person_id = people.id;
