package io.headgate.rules;

import io.headgate.rules.acl.AclAllOperations;
import io.headgate.rules.acl.AclClusterName;
import io.headgate.rules.acl.AclClusterRights;
import io.headgate.rules.acl.AclDanglingResource;
import io.headgate.rules.acl.AclEveryone;
import io.headgate.rules.acl.AclForeignWrite;
import io.headgate.rules.acl.AclGlobInName;
import io.headgate.rules.acl.AclIdempotentWriteDeprecated;
import io.headgate.rules.acl.AclIncompleteConsumer;
import io.headgate.rules.acl.AclIneffectiveDeny;
import io.headgate.rules.acl.AclInvalidOperation;
import io.headgate.rules.acl.AclMissingForApp;
import io.headgate.rules.acl.AclOrphanPrincipal;
import io.headgate.rules.acl.AclPrefixCrossesOwner;
import io.headgate.rules.acl.AclRedundant;
import io.headgate.rules.acl.AclShadowedByDeny;
import io.headgate.rules.acl.AclShortPrefix;
import io.headgate.rules.acl.AclUnmatchableHost;
import io.headgate.rules.acl.AclUnmatchablePrincipal;
import io.headgate.rules.acl.AclWildcardClosesDefault;
import io.headgate.rules.acl.AclWildcardResource;
import io.headgate.rules.alert.AlertDanglingTarget;
import io.headgate.rules.alert.AlertMissingLag;
import io.headgate.rules.alert.AlertMissingThroughput;
import io.headgate.rules.alert.AlertUnknownChannel;
import io.headgate.rules.connector.ConnectorSilentDrop;
import io.headgate.rules.pii.PiiDanglingMask;
import io.headgate.rules.pii.PiiMaskNone;
import io.headgate.rules.pii.PiiUnclassifiedField;
import io.headgate.rules.pii.PiiUnmaskedField;
import io.headgate.rules.schema.SchemaInvalid;
import io.headgate.rules.secret.SecretInline;
import io.headgate.rules.topic.TopicIllegalName;
import io.headgate.rules.topic.TopicInvalidConfig;
import io.headgate.rules.topic.TopicMinIsrEqualsReplication;
import io.headgate.rules.topic.TopicNameCollision;
import io.headgate.rules.topic.TopicReservedName;
import io.headgate.rules.topic.TopicUnboundedRetention;
import io.headgate.rules.topic.TopicUnconventionalName;
import io.headgate.rules.topic.TopicUnderReplicated;
import io.headgate.rules.topic.TopicUnknownConfig;
import io.headgate.rules.topic.TopicWeakMinIsr;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.RulePack;
import java.util.List;

/** The rules that headgate brings along: a pack like any other. */
public final class BuiltinRules implements RulePack {

  @Override
  public String id() {
    return "headgate";
  }

  @Override
  public String version() {
    String version = BuiltinRules.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public List<CheckerSpec> checkers() {
    return List.of(
        // topic
        CheckerSpec.of(TopicIllegalName.RULE, new TopicIllegalName()),
        CheckerSpec.of(TopicNameCollision.RULE, new TopicNameCollision()),
        CheckerSpec.of(TopicReservedName.RULE, TopicReservedName::new),
        CheckerSpec.of(TopicUnconventionalName.RULE, TopicUnconventionalName::new),
        CheckerSpec.of(TopicUnderReplicated.RULE, TopicUnderReplicated::new),
        CheckerSpec.of(TopicWeakMinIsr.RULE, TopicWeakMinIsr::new),
        CheckerSpec.of(TopicMinIsrEqualsReplication.RULE, new TopicMinIsrEqualsReplication()),
        CheckerSpec.of(TopicUnknownConfig.RULE, TopicUnknownConfig::new),
        CheckerSpec.of(TopicInvalidConfig.RULE, new TopicInvalidConfig()),
        CheckerSpec.of(TopicUnboundedRetention.RULE, TopicUnboundedRetention::new),
        // acl
        CheckerSpec.of(AclWildcardResource.RULE, AclWildcardResource::new),
        CheckerSpec.of(AclAllOperations.RULE, AclAllOperations::new),
        CheckerSpec.of(AclEveryone.RULE, AclEveryone::new),
        CheckerSpec.of(AclUnmatchableHost.RULE, new AclUnmatchableHost()),
        CheckerSpec.of(AclGlobInName.RULE, new AclGlobInName()),
        CheckerSpec.of(AclInvalidOperation.RULE, new AclInvalidOperation()),
        CheckerSpec.of(AclDanglingResource.RULE, new AclDanglingResource()),
        CheckerSpec.of(AclUnmatchablePrincipal.RULE, AclUnmatchablePrincipal::new),
        CheckerSpec.of(AclClusterName.RULE, new AclClusterName()),
        CheckerSpec.of(AclClusterRights.RULE, AclClusterRights::new),
        CheckerSpec.of(AclIdempotentWriteDeprecated.RULE, new AclIdempotentWriteDeprecated()),
        CheckerSpec.of(AclShortPrefix.RULE, AclShortPrefix::new),
        CheckerSpec.of(AclPrefixCrossesOwner.RULE, AclPrefixCrossesOwner::new),
        CheckerSpec.of(AclForeignWrite.RULE, AclForeignWrite::new),
        CheckerSpec.of(AclRedundant.RULE, AclRedundant::new),
        CheckerSpec.of(AclShadowedByDeny.RULE, new AclShadowedByDeny()),
        CheckerSpec.of(AclIneffectiveDeny.RULE, AclIneffectiveDeny::new),
        CheckerSpec.of(AclOrphanPrincipal.RULE, new AclOrphanPrincipal()),
        CheckerSpec.of(AclIncompleteConsumer.RULE, AclIncompleteConsumer::new),
        CheckerSpec.of(AclMissingForApp.RULE, new AclMissingForApp()),
        CheckerSpec.of(AclWildcardClosesDefault.RULE, new AclWildcardClosesDefault()),
        // pii
        CheckerSpec.of(PiiUnclassifiedField.RULE, PiiUnclassifiedField::new),
        CheckerSpec.of(PiiUnmaskedField.RULE, PiiUnmaskedField::new),
        CheckerSpec.of(PiiMaskNone.RULE, new PiiMaskNone()),
        CheckerSpec.of(PiiDanglingMask.RULE, new PiiDanglingMask()),
        // alert
        CheckerSpec.of(AlertMissingLag.RULE, AlertMissingLag::new),
        CheckerSpec.of(AlertMissingThroughput.RULE, AlertMissingThroughput::new),
        CheckerSpec.of(AlertUnknownChannel.RULE, new AlertUnknownChannel()),
        CheckerSpec.of(AlertDanglingTarget.RULE, new AlertDanglingTarget()),
        // secret
        CheckerSpec.of(SecretInline.RULE, new SecretInline()),
        // connector
        CheckerSpec.of(ConnectorSilentDrop.RULE, new ConnectorSilentDrop()),
        // schema
        CheckerSpec.of(SchemaInvalid.RULE, new SchemaInvalid()));
  }
}
