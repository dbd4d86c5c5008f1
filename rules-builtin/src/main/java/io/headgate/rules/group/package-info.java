/**
 * Rules about groups of consumers as a cluster tells of them. They are silent where nobody has
 * looked at a cluster, and never ask one themselves.
 */
@NullMarked
package io.headgate.rules.group;

import org.jspecify.annotations.NullMarked;
