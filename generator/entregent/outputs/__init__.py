"""The outside world: engines that turn pages into a site, and folders to write them to."""
