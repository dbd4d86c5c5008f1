/**
 * Rules about personal data and the masking policies that hide it, with the detector that finds
 * personal data by the names, types and documentation of fields. It never looks at values.
 */
@NullMarked
package io.headgate.rules.pii;

import org.jspecify.annotations.NullMarked;
