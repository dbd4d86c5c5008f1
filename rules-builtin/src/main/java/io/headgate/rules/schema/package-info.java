/** Rules about schemas. It reads no schema text; the engine has done that. */
@NullMarked
package io.headgate.rules.schema;

import org.jspecify.annotations.NullMarked;
