/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import org.gradle.api.Project;
import org.gradle.testfixtures.ProjectBuilder;

/**
 * Prints the class path that Gradle resolves for a build file in Groovy without a block
 * {@code plugins}, as a project with the plugin {@code java}:
 *
 * <pre class="code">
 * java -cp gradle-api.jar:… src/release/GradleClasspath.java build.gradle
 * </pre>
 *
 * The Gradle distribution is not on Maven Central, but the classes of Gradle are.
 */
public final class GradleClasspath {

	private GradleClasspath() {
	}

	public static void main(String[] args) throws Exception {
		Path home = Files.createTempDirectory("gradle");
		Project project = ProjectBuilder.builder()
			.withProjectDir(Files.createDirectory(home.resolve("project")).toFile())
			.withGradleUserHomeDir(home.toFile())
			.build();
		project.getPluginManager().apply("java");
		project.apply(Map.of("from", new File(args[0]).getAbsoluteFile()));
		System.out.println(project.getConfigurations()
			.getByName("runtimeClasspath")
			.resolve()
			.stream()
			.map(File::getPath)
			.collect(Collectors.joining(File.pathSeparator)));
		// Gradle leaves threads behind
		System.exit(0);
	}

}
