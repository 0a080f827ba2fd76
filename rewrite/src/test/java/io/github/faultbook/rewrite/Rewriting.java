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

package io.github.faultbook.rewrite;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.TypeValidation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fixtures of the tests for all recipes.
 */
final class Rewriting {

	private static final Pattern NAME = Pattern.compile("(?:class|enum) (\\w+)");

	private Rewriting() {
	}

	static void configure(RecipeSpec spec) {
		spec.parser(JavaParser.fromJavaVersion()
			.classpath("problem", "error-handling-spring-boot-starter", "spring-web", "spring-core"))
			// The types of Faultbook are not on the classpath of the application
			.afterTypeValidationOptions(TypeValidation.none());
	}

	/**
	 * Verify that rewritten sources compile with Faultbook.
	 * @param directory where to write the classes
	 * @param sources the sources
	 */
	static void verifyThatItCompiles(Path directory, String... sources) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
		List<String> options = List.of("-proc:none", "-d", directory.toString(), "-cp",
				System.getProperty("java.class.path"));
		boolean compiled = compiler
			.getTask(null, compiler.getStandardFileManager(problems, Locale.ROOT, null), problems, options, null,
					Stream.of(sources).map(Source::new).toList())
			.call();
		assertThat(compiled).as(problems.getDiagnostics().toString()).isTrue();
	}

	private static final class Source extends SimpleJavaFileObject {

		private final String code;

		Source(String code) {
			super(URI.create("string:///" + name(code) + ".java"), Kind.SOURCE);
			this.code = code;
		}

		private static String name(String code) {
			return NAME.matcher(code).results().findFirst().orElseThrow().group(1);
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.code;
		}

	}

}
