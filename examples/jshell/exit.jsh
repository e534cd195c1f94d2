/exit dev.opsdk.examples.kit.Kit.exitStatus()
