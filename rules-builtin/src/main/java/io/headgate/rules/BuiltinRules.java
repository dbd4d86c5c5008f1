package io.headgate.rules;

import io.headgate.rules.account.AccountMissingOwner;
import io.headgate.rules.acl.AclAllOperations;
import io.headgate.rules.acl.AclClusterName;
import io.headgate.rules.acl.AclClusterRights;
import io.headgate.rules.acl.AclDanglingResource;
import io.headgate.rules.acl.AclEveryone;
import io.headgate.rules.acl.AclExcessForRole;
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
import io.headgate.rules.alert.AlertChatOnly;
import io.headgate.rules.alert.AlertDanglingTarget;
import io.headgate.rules.alert.AlertLateLag;
import io.headgate.rules.alert.AlertMissingBaseline;
import io.headgate.rules.alert.AlertMissingChannel;
import io.headgate.rules.alert.AlertMissingDeadLetters;
import io.headgate.rules.alert.AlertMissingFailure;
import io.headgate.rules.alert.AlertMissingLag;
import io.headgate.rules.alert.AlertMissingRunbook;
import io.headgate.rules.alert.AlertMissingSeverity;
import io.headgate.rules.alert.AlertMissingThroughput;
import io.headgate.rules.alert.AlertPointlessThreshold;
import io.headgate.rules.alert.AlertUnknownChannel;
import io.headgate.rules.app.AppDanglingInput;
import io.headgate.rules.app.AppSharedGroup;
import io.headgate.rules.app.AppUndeclaredOutput;
import io.headgate.rules.app.AppUnequalPartitions;
import io.headgate.rules.app.AppUnfitOutput;
import io.headgate.rules.app.AppUnreadableSql;
import io.headgate.rules.audit.AuditMissingChannel;
import io.headgate.rules.change.ChangeAclBroadened;
import io.headgate.rules.change.ChangeAclRevokedInUse;
import io.headgate.rules.change.ChangeBlastRadius;
import io.headgate.rules.change.ChangeClassificationLowered;
import io.headgate.rules.change.ChangeCleanupPolicy;
import io.headgate.rules.change.ChangeIdentity;
import io.headgate.rules.change.ChangePartitionsDecreased;
import io.headgate.rules.change.ChangePartitionsIncreasedCompacted;
import io.headgate.rules.change.ChangePartitionsIncreasedKeyed;
import io.headgate.rules.change.ChangeProtectionRemoved;
import io.headgate.rules.change.ChangeReplicationDecreased;
import io.headgate.rules.change.ChangeReplicationIncreased;
import io.headgate.rules.change.ChangeRetentionDecreased;
import io.headgate.rules.change.ChangeSubjectDeleted;
import io.headgate.rules.change.ChangeTieringDisabled;
import io.headgate.rules.change.ChangeTopicDeleted;
import io.headgate.rules.change.ChangeTopicRenamed;
import io.headgate.rules.cluster.ClusterOverBudget;
import io.headgate.rules.connection.ConnectionOldTls;
import io.headgate.rules.connection.ConnectionPlainTokenEndpoint;
import io.headgate.rules.connection.ConnectionPlaintext;
import io.headgate.rules.connection.ConnectionUnencryptedLogin;
import io.headgate.rules.connection.ConnectionUnverifiedHost;
import io.headgate.rules.connector.ConnectorBrokenTransform;
import io.headgate.rules.connector.ConnectorContradictoryTopics;
import io.headgate.rules.connector.ConnectorDangerousOverride;
import io.headgate.rules.connector.ConnectorForeignTopic;
import io.headgate.rules.connector.ConnectorIdleTasks;
import io.headgate.rules.connector.ConnectorInvalidConfig;
import io.headgate.rules.connector.ConnectorOrphanTransform;
import io.headgate.rules.connector.ConnectorRemovedOption;
import io.headgate.rules.connector.ConnectorSilentDrop;
import io.headgate.rules.connector.ConnectorTooManyTasks;
import io.headgate.rules.connector.ConnectorUndeclaredDeadLetters;
import io.headgate.rules.connector.ConnectorWeakProducer;
import io.headgate.rules.connector.ConnectorWidePattern;
import io.headgate.rules.drift.DriftDifferent;
import io.headgate.rules.drift.DriftMissing;
import io.headgate.rules.drift.DriftUndeclared;
import io.headgate.rules.group.GroupLagging;
import io.headgate.rules.group.GroupWithoutMembers;
import io.headgate.rules.name.NameForeignEnvironment;
import io.headgate.rules.owner.OwnerOverlappingPrefixes;
import io.headgate.rules.pii.PiiDanglingMask;
import io.headgate.rules.pii.PiiDerivedUnmasked;
import io.headgate.rules.pii.PiiIdleClassification;
import io.headgate.rules.pii.PiiLastingDeadLetters;
import io.headgate.rules.pii.PiiLoggedRecords;
import io.headgate.rules.pii.PiiLongRetention;
import io.headgate.rules.pii.PiiMaskMissesField;
import io.headgate.rules.pii.PiiMaskNone;
import io.headgate.rules.pii.PiiPersonalKey;
import io.headgate.rules.pii.PiiPersonalName;
import io.headgate.rules.pii.PiiSlowErasure;
import io.headgate.rules.pii.PiiUnclassifiedField;
import io.headgate.rules.pii.PiiUnfitMask;
import io.headgate.rules.pii.PiiUnmaskedField;
import io.headgate.rules.pii.PiiUnmaskedSink;
import io.headgate.rules.pii.PiiWideReaders;
import io.headgate.rules.quota.QuotaByClientId;
import io.headgate.rules.quota.QuotaInvalid;
import io.headgate.rules.reference.ReferenceDangling;
import io.headgate.rules.schema.SchemaBreaking;
import io.headgate.rules.schema.SchemaClosedEnum;
import io.headgate.rules.schema.SchemaDanglingTopic;
import io.headgate.rules.schema.SchemaIntransitiveCompatibility;
import io.headgate.rules.schema.SchemaInvalid;
import io.headgate.rules.schema.SchemaNullableWithoutDefault;
import io.headgate.rules.schema.SchemaUnstableKey;
import io.headgate.rules.schema.SchemaWeakCompatibility;
import io.headgate.rules.secret.SecretInline;
import io.headgate.rules.secret.SecretKnownFormat;
import io.headgate.rules.secret.SecretRandomValue;
import io.headgate.rules.secret.SecretUnknownProvider;
import io.headgate.rules.topic.TopicContradictoryConfig;
import io.headgate.rules.topic.TopicIllegalName;
import io.headgate.rules.topic.TopicIneffectiveConfig;
import io.headgate.rules.topic.TopicInvalidConfig;
import io.headgate.rules.topic.TopicLateRetention;
import io.headgate.rules.topic.TopicLeftThrottle;
import io.headgate.rules.topic.TopicMinIsrEqualsReplication;
import io.headgate.rules.topic.TopicMissingDescription;
import io.headgate.rules.topic.TopicMissingOwner;
import io.headgate.rules.topic.TopicMissingSchema;
import io.headgate.rules.topic.TopicNameCollision;
import io.headgate.rules.topic.TopicOutsideSettings;
import io.headgate.rules.topic.TopicPartitionsOutOfRange;
import io.headgate.rules.topic.TopicReservedName;
import io.headgate.rules.topic.TopicUnboundedRetention;
import io.headgate.rules.topic.TopicUncleanElection;
import io.headgate.rules.topic.TopicUnconventionalName;
import io.headgate.rules.topic.TopicUnderReplicated;
import io.headgate.rules.topic.TopicUnknownConfig;
import io.headgate.rules.topic.TopicUnread;
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
        CheckerSpec.alone(TopicIllegalName.RULE, new TopicIllegalName()),
        CheckerSpec.of(TopicNameCollision.RULE, new TopicNameCollision()),
        CheckerSpec.alone(TopicReservedName.RULE, TopicReservedName::new),
        CheckerSpec.alone(TopicUnconventionalName.RULE, TopicUnconventionalName::new),
        CheckerSpec.alone(TopicUnderReplicated.RULE, TopicUnderReplicated::new),
        CheckerSpec.alone(TopicWeakMinIsr.RULE, TopicWeakMinIsr::new),
        CheckerSpec.alone(TopicMinIsrEqualsReplication.RULE, new TopicMinIsrEqualsReplication()),
        CheckerSpec.alone(TopicUnknownConfig.RULE, TopicUnknownConfig::new),
        CheckerSpec.alone(TopicInvalidConfig.RULE, new TopicInvalidConfig()),
        CheckerSpec.alone(TopicUnboundedRetention.RULE, TopicUnboundedRetention::new),
        CheckerSpec.alone(TopicContradictoryConfig.RULE, new TopicContradictoryConfig()),
        CheckerSpec.alone(TopicIneffectiveConfig.RULE, new TopicIneffectiveConfig()),
        CheckerSpec.alone(TopicLateRetention.RULE, TopicLateRetention::new),
        CheckerSpec.alone(TopicLeftThrottle.RULE, new TopicLeftThrottle()),
        CheckerSpec.of(TopicMissingDescription.RULE, new TopicMissingDescription()),
        CheckerSpec.of(TopicMissingOwner.RULE, TopicMissingOwner::new),
        CheckerSpec.of(TopicOutsideSettings.RULE, new TopicOutsideSettings()),
        CheckerSpec.alone(TopicPartitionsOutOfRange.RULE, TopicPartitionsOutOfRange::new),
        CheckerSpec.alone(TopicUncleanElection.RULE, TopicUncleanElection::new),
        CheckerSpec.of(TopicMissingSchema.RULE, TopicMissingSchema::new),
        CheckerSpec.of(TopicUnread.RULE, TopicUnread::new),
        // acl
        CheckerSpec.alone(AclWildcardResource.RULE, AclWildcardResource::new),
        CheckerSpec.of(AclAllOperations.RULE, AclAllOperations::new),
        CheckerSpec.alone(AclEveryone.RULE, AclEveryone::new),
        CheckerSpec.alone(AclUnmatchableHost.RULE, new AclUnmatchableHost()),
        CheckerSpec.alone(AclGlobInName.RULE, new AclGlobInName()),
        CheckerSpec.alone(AclInvalidOperation.RULE, new AclInvalidOperation()),
        CheckerSpec.of(AclDanglingResource.RULE, new AclDanglingResource()),
        CheckerSpec.alone(AclUnmatchablePrincipal.RULE, AclUnmatchablePrincipal::new),
        CheckerSpec.alone(AclClusterName.RULE, new AclClusterName()),
        CheckerSpec.of(AclClusterRights.RULE, AclClusterRights::new),
        CheckerSpec.alone(AclIdempotentWriteDeprecated.RULE, new AclIdempotentWriteDeprecated()),
        CheckerSpec.of(AclShortPrefix.RULE, AclShortPrefix::new),
        CheckerSpec.of(AclPrefixCrossesOwner.RULE, AclPrefixCrossesOwner::new),
        CheckerSpec.of(AclForeignWrite.RULE, AclForeignWrite::new),
        CheckerSpec.of(AclRedundant.RULE, AclRedundant::new),
        CheckerSpec.of(AclShadowedByDeny.RULE, new AclShadowedByDeny()),
        CheckerSpec.of(AclIneffectiveDeny.RULE, AclIneffectiveDeny::new),
        CheckerSpec.of(AclOrphanPrincipal.RULE, new AclOrphanPrincipal()),
        CheckerSpec.of(AclIncompleteConsumer.RULE, AclIncompleteConsumer::new),
        CheckerSpec.of(AclMissingForApp.RULE, new AclMissingForApp()),
        CheckerSpec.of(AclExcessForRole.RULE, AclExcessForRole::new),
        CheckerSpec.of(AclWildcardClosesDefault.RULE, new AclWildcardClosesDefault()),
        // pii
        CheckerSpec.of(PiiUnclassifiedField.RULE, PiiUnclassifiedField::new),
        CheckerSpec.of(PiiUnmaskedField.RULE, PiiUnmaskedField::new),
        CheckerSpec.of(PiiMaskNone.RULE, new PiiMaskNone()),
        CheckerSpec.of(PiiDanglingMask.RULE, new PiiDanglingMask()),
        CheckerSpec.of(PiiIdleClassification.RULE, new PiiIdleClassification()),
        CheckerSpec.of(PiiLastingDeadLetters.RULE, new PiiLastingDeadLetters()),
        CheckerSpec.of(PiiLoggedRecords.RULE, new PiiLoggedRecords()),
        CheckerSpec.of(PiiLongRetention.RULE, PiiLongRetention::new),
        CheckerSpec.of(PiiPersonalKey.RULE, PiiPersonalKey::new),
        CheckerSpec.alone(PiiPersonalName.RULE, new PiiPersonalName()),
        CheckerSpec.of(PiiSlowErasure.RULE, PiiSlowErasure::new),
        CheckerSpec.of(PiiUnfitMask.RULE, new PiiUnfitMask()),
        CheckerSpec.of(PiiDerivedUnmasked.RULE, PiiDerivedUnmasked::new),
        CheckerSpec.of(PiiUnmaskedSink.RULE, PiiUnmaskedSink::new),
        CheckerSpec.of(PiiMaskMissesField.RULE, new PiiMaskMissesField()),
        CheckerSpec.of(PiiWideReaders.RULE, PiiWideReaders::new),
        // alert
        CheckerSpec.of(AlertMissingLag.RULE, AlertMissingLag::new),
        CheckerSpec.of(AlertMissingThroughput.RULE, AlertMissingThroughput::new),
        CheckerSpec.of(AlertMissingFailure.RULE, AlertMissingFailure::new),
        CheckerSpec.of(AlertMissingDeadLetters.RULE, AlertMissingDeadLetters::new),
        CheckerSpec.of(AlertUnknownChannel.RULE, new AlertUnknownChannel()),
        CheckerSpec.of(AlertDanglingTarget.RULE, new AlertDanglingTarget()),
        CheckerSpec.of(AlertChatOnly.RULE, AlertChatOnly::new),
        CheckerSpec.alone(AlertMissingChannel.RULE, new AlertMissingChannel()),
        CheckerSpec.of(AlertLateLag.RULE, AlertLateLag::new),
        CheckerSpec.alone(AlertPointlessThreshold.RULE, new AlertPointlessThreshold()),
        CheckerSpec.of(AlertMissingBaseline.RULE, AlertMissingBaseline::new),
        CheckerSpec.alone(AlertMissingSeverity.RULE, AlertMissingSeverity::new),
        CheckerSpec.alone(AlertMissingRunbook.RULE, AlertMissingRunbook::new),
        // secret
        CheckerSpec.alone(SecretInline.RULE, new SecretInline()),
        CheckerSpec.alone(SecretKnownFormat.RULE, new SecretKnownFormat()),
        CheckerSpec.alone(SecretRandomValue.RULE, new SecretRandomValue()),
        CheckerSpec.alone(SecretUnknownProvider.RULE, SecretUnknownProvider::new),
        // connector
        CheckerSpec.alone(ConnectorSilentDrop.RULE, new ConnectorSilentDrop()),
        CheckerSpec.alone(ConnectorBrokenTransform.RULE, new ConnectorBrokenTransform()),
        CheckerSpec.of(ConnectorContradictoryTopics.RULE, new ConnectorContradictoryTopics()),
        CheckerSpec.alone(ConnectorDangerousOverride.RULE, ConnectorDangerousOverride::new),
        CheckerSpec.of(ConnectorForeignTopic.RULE, ConnectorForeignTopic::new),
        CheckerSpec.of(ConnectorIdleTasks.RULE, new ConnectorIdleTasks()),
        CheckerSpec.alone(ConnectorInvalidConfig.RULE, new ConnectorInvalidConfig()),
        CheckerSpec.alone(ConnectorOrphanTransform.RULE, new ConnectorOrphanTransform()),
        CheckerSpec.alone(ConnectorRemovedOption.RULE, new ConnectorRemovedOption()),
        CheckerSpec.alone(ConnectorTooManyTasks.RULE, ConnectorTooManyTasks::new),
        CheckerSpec.of(ConnectorUndeclaredDeadLetters.RULE, new ConnectorUndeclaredDeadLetters()),
        CheckerSpec.alone(ConnectorWeakProducer.RULE, new ConnectorWeakProducer()),
        CheckerSpec.alone(ConnectorWidePattern.RULE, ConnectorWidePattern::new),
        // schema
        CheckerSpec.alone(SchemaInvalid.RULE, new SchemaInvalid()),
        CheckerSpec.alone(SchemaBreaking.RULE, new SchemaBreaking()),
        CheckerSpec.alone(SchemaClosedEnum.RULE, new SchemaClosedEnum()),
        CheckerSpec.of(SchemaDanglingTopic.RULE, new SchemaDanglingTopic()),
        CheckerSpec.of(SchemaIntransitiveCompatibility.RULE, SchemaIntransitiveCompatibility::new),
        CheckerSpec.alone(SchemaNullableWithoutDefault.RULE, new SchemaNullableWithoutDefault()),
        CheckerSpec.alone(SchemaUnstableKey.RULE, new SchemaUnstableKey()),
        CheckerSpec.alone(SchemaWeakCompatibility.RULE, SchemaWeakCompatibility::new),
        // name
        CheckerSpec.alone(NameForeignEnvironment.RULE, NameForeignEnvironment::new),
        // connection
        CheckerSpec.alone(ConnectionOldTls.RULE, new ConnectionOldTls()),
        CheckerSpec.alone(ConnectionPlainTokenEndpoint.RULE, new ConnectionPlainTokenEndpoint()),
        CheckerSpec.alone(ConnectionPlaintext.RULE, ConnectionPlaintext::new),
        CheckerSpec.alone(ConnectionUnencryptedLogin.RULE, new ConnectionUnencryptedLogin()),
        CheckerSpec.alone(ConnectionUnverifiedHost.RULE, new ConnectionUnverifiedHost()),
        // app
        CheckerSpec.of(AppDanglingInput.RULE, new AppDanglingInput()),
        CheckerSpec.of(AppSharedGroup.RULE, new AppSharedGroup()),
        CheckerSpec.of(AppUndeclaredOutput.RULE, new AppUndeclaredOutput()),
        CheckerSpec.of(AppUnequalPartitions.RULE, new AppUnequalPartitions()),
        CheckerSpec.of(AppUnfitOutput.RULE, new AppUnfitOutput()),
        CheckerSpec.of(AppUnreadableSql.RULE, AppUnreadableSql::new),
        // cluster
        CheckerSpec.of(ClusterOverBudget.RULE, ClusterOverBudget::new),
        // audit
        CheckerSpec.of(AuditMissingChannel.RULE, new AuditMissingChannel()),
        // account
        CheckerSpec.alone(AccountMissingOwner.RULE, new AccountMissingOwner()),
        // owner
        CheckerSpec.of(OwnerOverlappingPrefixes.RULE, new OwnerOverlappingPrefixes()),
        // quota
        CheckerSpec.of(QuotaByClientId.RULE, new QuotaByClientId()),
        CheckerSpec.alone(QuotaInvalid.RULE, new QuotaInvalid()),
        // change
        CheckerSpec.of(ChangeTopicDeleted.RULE, ChangeTopicDeleted::new),
        CheckerSpec.of(ChangeTopicRenamed.RULE, new ChangeTopicRenamed()),
        CheckerSpec.alone(ChangePartitionsDecreased.RULE, new ChangePartitionsDecreased()),
        CheckerSpec.alone(
            ChangePartitionsIncreasedCompacted.RULE, new ChangePartitionsIncreasedCompacted()),
        CheckerSpec.of(ChangePartitionsIncreasedKeyed.RULE, new ChangePartitionsIncreasedKeyed()),
        CheckerSpec.alone(ChangeReplicationDecreased.RULE, new ChangeReplicationDecreased()),
        CheckerSpec.alone(ChangeReplicationIncreased.RULE, new ChangeReplicationIncreased()),
        CheckerSpec.alone(ChangeRetentionDecreased.RULE, new ChangeRetentionDecreased()),
        CheckerSpec.alone(ChangeCleanupPolicy.RULE, new ChangeCleanupPolicy()),
        CheckerSpec.alone(ChangeTieringDisabled.RULE, new ChangeTieringDisabled()),
        CheckerSpec.of(ChangeAclRevokedInUse.RULE, new ChangeAclRevokedInUse()),
        CheckerSpec.of(ChangeAclBroadened.RULE, new ChangeAclBroadened()),
        CheckerSpec.of(ChangeSubjectDeleted.RULE, new ChangeSubjectDeleted()),
        CheckerSpec.of(ChangeIdentity.RULE, new ChangeIdentity()),
        CheckerSpec.of(ChangeBlastRadius.RULE, ChangeBlastRadius::new),
        CheckerSpec.of(ChangeClassificationLowered.RULE, ChangeClassificationLowered::new),
        CheckerSpec.of(ChangeProtectionRemoved.RULE, ChangeProtectionRemoved::new),
        // group
        CheckerSpec.of(GroupLagging.RULE, GroupLagging::new),
        CheckerSpec.of(GroupWithoutMembers.RULE, GroupWithoutMembers::new),
        // drift
        CheckerSpec.of(DriftMissing.RULE, new DriftMissing()),
        CheckerSpec.of(DriftUndeclared.RULE, DriftUndeclared::new),
        CheckerSpec.of(DriftDifferent.RULE, DriftDifferent::new),
        // reference
        CheckerSpec.of(ReferenceDangling.RULE, new ReferenceDangling()));
  }
}
