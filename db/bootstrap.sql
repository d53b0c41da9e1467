-- Run once by an administrator on a new Postgres server, with psql:
--   psql "$ADMIN_URL" -v database=salesboost -v owner_password=… -v app_password=… -f db/bootstrap.sql
--
-- Makes two logins. The owner runs the migrations (DATABASE_MIGRATION_URL). The application logs in as the other
-- (DATABASE_URL): it owns nothing, is no superuser, cannot bypass row-level security, and holds no table privilege of
-- its own: NOINHERIT means that it sees data only after switching to a role inside a transaction.
CREATE ROLE salesboost_owner LOGIN NOSUPERUSER NOBYPASSRLS CREATEROLE PASSWORD :'owner_password';
CREATE ROLE salesboost_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOINHERIT PASSWORD :'app_password';
CREATE ROLE app_user NOLOGIN NOSUPERUSER NOBYPASSRLS;
CREATE ROLE app_identity NOLOGIN NOSUPERUSER NOBYPASSRLS;
CREATE ROLE app_jobs NOLOGIN NOSUPERUSER NOBYPASSRLS;
CREATE ROLE app_operator NOLOGIN NOSUPERUSER NOBYPASSRLS;
GRANT app_user, app_identity, app_jobs, app_operator TO salesboost_app;
CREATE DATABASE :"database" OWNER salesboost_owner;
