/**
 * The files of topicctl: clusters, topics and ACLs. It never reads the cluster file that a topic
 * lies beside, and leaves what a placement means to the tool.
 */
@NullMarked
package io.headgate.engine.dialect.topicctl;

import org.jspecify.annotations.NullMarked;
