/**
 * JulieOps: topologies with their projects, topics and users, plan files and role files. It expands
 * the ACLs that JulieOps expands, and never resolves what another file says: plans, roles, schemas,
 * connectors and statements of ksqlDB.
 */
@NullMarked
package io.headgate.engine.dialect.julie;

import org.jspecify.annotations.NullMarked;
