/**
 * Rules about how clients reach what they are connected with. It never looks at what they do there.
 */
@NullMarked
package io.headgate.rules.connection;

import org.jspecify.annotations.NullMarked;
