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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.java.JavaParser;

/**
 * The enum with the entries of the catalog that the exceptions of an application need. It
 * is created in the package of the first of them.
 */
final class CatalogClass {

	static final String NAME = "ApplicationError";

	private final Map<String, Entry> entries = new TreeMap<>();

	private final Map<String, Path> exceptions = new TreeMap<>();

	/**
	 * Add the entry of an exception.
	 * @param exception the full name of the class
	 * @param file the file of the class
	 * @param entry the entry
	 * @return whether there is no other entry with this code
	 */
	boolean add(String exception, Path file, Entry entry) {
		Entry known = this.entries.putIfAbsent(entry.constant(), entry);
		if (known != null && !known.equals(entry)) {
			return false;
		}
		this.exceptions.put(exception, file);
		return true;
	}

	boolean has(String exception) {
		return this.exceptions.containsKey(exception);
	}

	String packageName() {
		String first = this.exceptions.keySet().iterator().next();
		int end = first.lastIndexOf('.');
		return (end < 0) ? "" : first.substring(0, end);
	}

	Collection<? extends SourceFile> generate(ExecutionContext context) {
		if (this.entries.isEmpty()) {
			return List.of();
		}
		Path directory = this.exceptions.values().iterator().next();
		Path file = directory.resolveSibling(NAME + ".java");
		return JavaParser.fromJavaVersion()
			.build()
			.parse(context, code())
			.<SourceFile>map((source) -> source.withSourcePath(file))
			.toList();
	}

	private String code() {
		StringBuilder code = new StringBuilder();
		if (!packageName().isEmpty()) {
			code.append("package ").append(packageName()).append(";\n\n");
		}
		if (this.entries.values().stream().anyMatch((entry) -> entry.type() != null)) {
			code.append("import java.net.URI;\n\n");
		}
		code.append("import io.github.faultbook.ErrorCode;\nimport io.github.faultbook.ErrorDefinition;\n\n")
			.append("public enum ApplicationError implements ErrorCode {\n\n")
			.append(String.join(",\n\n", this.entries.values().stream().map(Entry::code).toList()))
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
