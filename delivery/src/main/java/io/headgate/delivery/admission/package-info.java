/**
 * The admission server: Kubernetes asks it about each object before it is stored, and it answers by
 * the policy. It never changes an object, never asks the cluster anything, and never takes trouble
 * of its own for a verdict: then it answers with an HTTP error, and the failure policy of the
 * webhook decides.
 */
@NullMarked
package io.headgate.delivery.admission;

import org.jspecify.annotations.NullMarked;
