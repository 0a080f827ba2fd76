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

package io.github.faultbook.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ErrorCodeIndexer}.
 */
class ErrorCodeIndexerTests {

	private static final String ERROR_CODE = " implements io.github.faultbook.ErrorCode ";

	private static final String BODY = """
			{
				GONE;

				@Override
				public io.github.faultbook.ErrorDefinition definition() {
					return io.github.faultbook.ErrorDefinition.of(410, "Gone.");
				}
			}
			""";

	@TempDir
	Path classes;

	@Test
	void enumsAreListedInAlphabeticalOrder() throws IOException {
		compile(enumOf("Shop"), enumOf("Billing"));
		assertThat(index()).isEqualTo("demo.Billing\ndemo.Shop\n");
	}

	@Test
	void nestedEnumsAreListedByTheirBinaryName() throws IOException {
		compile(source("Outer", "class Outer { interface Inner { enum Errors" + ERROR_CODE + BODY + " } }"));
		assertThat(index()).isEqualTo("demo.Outer$Inner$Errors\n");
	}

	@Test
	void enumsOfADerivedInterfaceAreListed() throws IOException {
		compile(source("Derived", "interface Derived extends io.github.faultbook.ErrorCode { }"),
				source("Errors", "enum Errors implements Derived " + BODY));
		assertThat(index()).isEqualTo("demo.Errors\n");
	}

	@Test
	void othersAreNotListed() throws IOException {
		compile(enumOf("Errors"), source("Plain", "enum Plain { A }"), source("Single",
				"record Single(String name, io.github.faultbook.ErrorDefinition definition)" + ERROR_CODE + " { }"));
		assertThat(index()).isEqualTo("demo.Errors\n");
	}

	@Test
	void moduleWithoutEnumsHasNoIndex() {
		compile(source("Plain", "enum Plain { A }"));
		assertThat(indexFile()).doesNotExist();
	}

	@Test
	void narrowerCompilationKeepsEarlierEntries() throws IOException {
		compile(enumOf("Billing"), enumOf("Shop"));
		compile(enumOf("Shop"));
		assertThat(index()).isEqualTo("demo.Billing\ndemo.Shop\n");
	}

	@Test
	void narrowerCompilationKeepsNestedEntries() throws IOException {
		compile(source("Outer", "class Outer { enum Errors" + ERROR_CODE + BODY + " }"),
				source("My$Errors", "enum My$Errors" + ERROR_CODE + BODY));
		compile(enumOf("Shop"));
		assertThat(index()).isEqualTo("demo.My$Errors\ndemo.Outer$Errors\ndemo.Shop\n");
	}

	@Test
	void compilationOfOtherClassesKeepsTheIndex() throws IOException {
		compile(enumOf("Billing"));
		compile(source("Plain", "enum Plain { A }"));
		assertThat(index()).isEqualTo("demo.Billing\n");
	}

	@Test
	void entryOfADeletedEnumIsDropped() throws IOException {
		compile(enumOf("Billing"), enumOf("Shop"));
		Files.delete(this.classes.resolve("demo/Billing.class"));
		compile(enumOf("Shop"));
		assertThat(index()).isEqualTo("demo.Shop\n");
	}

	@Test
	void entryOfAnEnumThatNoLongerHasErrorCodesIsDropped() throws IOException {
		compile(enumOf("Billing"), enumOf("Shop"));
		compile(source("Billing", "enum Billing { A }"));
		assertThat(index()).isEqualTo("demo.Shop\n");
	}

	@Test
	void lastEntryIsDroppedToo() throws IOException {
		compile(enumOf("Billing"));
		compile(source("Billing", "enum Billing { A }"));
		assertThat(index()).isEmpty();
	}

	private static JavaFileObject enumOf(String name) {
		return source(name, "public enum " + name + ERROR_CODE + BODY);
	}

	private static JavaFileObject source(String name, String declaration) {
		return new SimpleJavaFileObject(URI.create("string:///demo/" + name + ".java"), JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(boolean ignoreEncodingErrors) {
				return "package demo; " + declaration;
			}

		};
	}

	private void compile(JavaFileObject... sources) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter output = new StringWriter();
		String classpath = System.getProperty("java.class.path") + File.pathSeparator + this.classes;
		JavaCompiler.CompilationTask task = compiler.getTask(output, null, null,
				List.of("-d", this.classes.toString(), "-classpath", classpath), null, Stream.of(sources).toList());
		task.setProcessors(List.of(new ErrorCodeIndexer()));
		assertThat(task.call()).as(output.toString()).isTrue();
	}

	private Path indexFile() {
		return this.classes.resolve(ErrorCodeIndexer.INDEX);
	}

	private String index() throws IOException {
		return Files.readString(indexFile());
	}

}
