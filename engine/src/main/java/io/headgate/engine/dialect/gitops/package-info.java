/**
 * The state files of kafka-gitops: topics, services and users with the ACLs that the tool expands
 * from them, and ACLs of their own. It never resolves what the other parts of a state in several
 * files say.
 */
@NullMarked
package io.headgate.engine.dialect.gitops;

import org.jspecify.annotations.NullMarked;
