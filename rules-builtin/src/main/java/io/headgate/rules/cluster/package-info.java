/** Rules about what a cluster has to bear in all. They never ask a cluster. */
@NullMarked
package io.headgate.rules.cluster;

import org.jspecify.annotations.NullMarked;
