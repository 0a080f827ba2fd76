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

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.JavaVisitor;

/**
 * The enum with the entries of the catalog that the exceptions of a source folder need.
 * It is created in the package of the first of them.
 */
final class CatalogClass {

	static final String NAME = "ApplicationError";

	private final Map<String, Entry> entries = new TreeMap<>();

	private final Map<String, Path> exceptions = new TreeMap<>();

	/**
	 * Add the entry of an exception, unless another exception has an entry with the same
	 * code.
	 * @param exception the full name of the class
	 * @param file the file of the class
	 * @param entry the entry
	 */
	void add(String exception, Path file, Entry entry) {
		Entry known = this.entries.putIfAbsent(entry.constant(), entry);
		if (known == null || known.equals(entry)) {
			this.exceptions.put(exception, file);
		}
	}

	boolean has(String exception) {
		return this.exceptions.containsKey(exception);
	}

	String packageName() {
		String first = this.exceptions.keySet().iterator().next();
		return first.substring(0, first.lastIndexOf('.'));
	}

	String name() {
		return packageName() + "." + NAME;
	}

	/**
	 * Add what a rewritten exception needs to the imports of its file, and remove what it
	 * no longer uses.
	 * @param visitor the visitor of the file
	 * @param packageName the package of the exception
	 * @param removed the types that the exception does not use any more
	 */
	void changeImports(JavaVisitor<ExecutionContext> visitor, String packageName, String... removed) {
		visitor.maybeAddImport(Faultbook.API_EXCEPTION, false);
		if (!packageName().equals(packageName)) {
			visitor.maybeAddImport(name(), false);
		}
		Stream.of(removed).forEach(visitor::maybeRemoveImport);
	}

	Stream<SourceFile> generate(ExecutionContext context) {
		Path file = this.exceptions.values().iterator().next().resolveSibling(NAME + ".java");
		return JavaParser.fromJavaVersion().build().parse(context, code()).map((source) -> source.withSourcePath(file));
	}

	private String code() {
		StringBuilder code = new StringBuilder("package ").append(packageName()).append(";\n\n");
		if (this.entries.values().stream().anyMatch((entry) -> entry.type() != null)) {
			code.append("import java.net.URI;\n\n");
		}
		List<String> constants = this.entries.values().stream().map(Entry::code).toList();
		code.append("import io.github.faultbook.ErrorCode;\nimport io.github.faultbook.ErrorDefinition;\n\n")
			.append("public enum ApplicationError implements ErrorCode {\n\n")
			.append(String.join(",\n\n", constants))
			.append("""
					;

					    private final ErrorDefinition definition;

					    ApplicationError(ErrorDefinition definition) {
					        this.definition = definition;
					    }

					    @Override
					    public ErrorDefinition definition() {
					        return this.definition;
					    }

					}
					""");
		return code.toString();
	}

	/**
	 * An entry of the catalog.
	 *
	 * @param constant the name of the constant
	 * @param status the status
	 * @param message the message, as a Java literal
	 * @param type the problem type, as a Java literal, or {@code null}
	 * @param title the title, as a Java literal, or {@code null}
	 */
	record Entry(String constant, int status, String message, @Nullable String type, @Nullable String title) {

		/**
		 * Create an entry.
		 * @param constant the name of the constant
		 * @param status the status
		 * @param message the message, as a Java literal
		 * @param type the problem type, as a Java literal, or {@code null}
		 * @param title the title, as a Java literal, or {@code null}
		 * @return the entry, or {@code null} if the catalog would refuse it: the constant
		 * is not a code or is that of a built-in entry, or the message has a placeholder
		 */
		static @Nullable Entry of(String constant, int status, String message, @Nullable String type,
				@Nullable String title) {
			boolean valid = constant.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*") && !Faultbook.BUILT_IN.contains(constant)
					&& !message.contains("{") && !message.contains("}");
			return valid ? new Entry(constant, status, message, type, title) : null;
		}

		private String code() {
			String code = "    %s(ErrorDefinition.of(%d, %s)".formatted(this.constant, this.status, this.message);
			if (this.type != null) {
				code += "\n        .type(URI.create(%s))".formatted(this.type);
			}
			if (this.title != null) {
				code += "\n        .title(%s)".formatted(this.title);
			}
			return code + ")";
		}

	}

}
