/**
 * Rules about alerts: that what matters is watched, and that the watch has something to watch and
 * somebody to call. It never looks at live lag or throughput.
 */
@NullMarked
package io.headgate.rules.alert;

import org.jspecify.annotations.NullMarked;
