/**
 * Rules about the names of resources of any kind. It never looks at what the resources are set to.
 */
@NullMarked
package io.headgate.rules.name;

import org.jspecify.annotations.NullMarked;
