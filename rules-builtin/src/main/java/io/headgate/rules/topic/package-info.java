/**
 * Rules about topics: names, replication and topic-level configuration. It never looks at who may
 * use a topic or at what is in it.
 */
@NullMarked
package io.headgate.rules.topic;

import org.jspecify.annotations.NullMarked;
