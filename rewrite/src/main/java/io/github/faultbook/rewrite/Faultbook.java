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

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TextComment;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.marker.SearchResult;

/**
 * The types of Faultbook that recipes write into an application.
 */
final class Faultbook {

	static final String API_EXCEPTION = "io.github.faultbook.ApiException";

	static final String COMMON_ERROR = "io.github.faultbook.CommonError";

	/**
	 * The names of the built-in entries, whose codes an application cannot declare again.
	 */
	static final Set<String> BUILT_IN = new TreeSet<>(Set.of("INVALID_REQUEST", "VALIDATION_ERROR",
			"AUTHENTICATION_REQUIRED", "INVALID_TOKEN", "PAYMENT_REQUIRED", "PERMISSION_DENIED", "RESOURCE_NOT_FOUND",
			"METHOD_NOT_ALLOWED", "NOT_ACCEPTABLE", "CONFLICT", "RESOURCE_GONE", "PRECONDITION_FAILED",
			"CONTENT_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE", "UNPROCESSABLE_CONTENT", "PRECONDITION_REQUIRED",
			"RATE_LIMIT_EXCEEDED", "HEADERS_TOO_LARGE", "INTERNAL_SERVER_ERROR", "NOT_IMPLEMENTED", "BAD_GATEWAY",
			"SERVICE_UNAVAILABLE", "GATEWAY_TIMEOUT", "HTTP_VERSION_NOT_SUPPORTED"));

	/**
	 * The application does not have Faultbook on its classpath while it is rewritten.
	 */
	private static final List<String> STUBS = List.of("""
			package io.github.faultbook;
			public interface ErrorCode {
			}
			""", """
			package io.github.faultbook;
			public class ApiException extends RuntimeException {
				public ApiException(ErrorCode errorCode) {
				}
				public ApiException(ErrorCode errorCode, Throwable cause) {
				}
				public ApiException message(String text) {
					return this;
				}
				public ApiException with(String name, Object value) {
					return this;
				}
			}
			""", "package io.github.faultbook;\npublic enum CommonError implements ErrorCode {"
			+ String.join(", ", BUILT_IN) + "}");

	private Faultbook() {
	}

	static JavaTemplate template(String code) {
		return JavaTemplate.builder(code)
			.imports(API_EXCEPTION, COMMON_ERROR)
			.javaParser(JavaParser.fromJavaVersion().dependsOn(STUBS.toArray(new String[0])))
			.build();
	}

	/**
	 * Restrict a visitor to sources in Java. Kotlin and Groovy share the visitors, but
	 * not the syntax of what is written.
	 * @param visitor the visitor
	 * @return a visitor that skips other sources
	 */
	static TreeVisitor<?, ExecutionContext> inJava(TreeVisitor<?, ExecutionContext> visitor) {
		return Preconditions.check(new TreeVisitor<Tree, ExecutionContext>() {

			@Override
			public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext context) {
				return (tree instanceof J.CompilationUnit) ? SearchResult.found(tree) : tree;
			}

		}, visitor);
	}

	/**
	 * Return whether a source uses or declares another type with the simple name of a
	 * type that a recipe would import.
	 * @param source the source
	 * @return whether the import would change the meaning of the source
	 */
	static boolean clashesWith(J.CompilationUnit source) {
		Stream<JavaType> declared = source.getClasses().stream().map(J.ClassDeclaration::getType);
		return Stream.concat(source.getTypesInUse().getTypesInUse().stream(), declared)
			.map(TypeUtils::asFullyQualified)
			.anyMatch((type) -> type != null && !type.getPackageName().equals("io.github.faultbook")
					&& Set.of("ApiException", "CommonError", CatalogClass.NAME).contains(type.getClassName()));
	}

	/**
	 * Mark code that a recipe leaves to a person. A second run does not repeat the mark.
	 * @param <T> the type of the code
	 * @param code the code
	 * @param text what is left to do
	 * @return the code with a comment
	 */
	static <T extends J> T mark(T code, String text) {
		boolean marked = code.getPrefix()
			.getComments()
			.stream()
			.anyMatch((comment) -> comment instanceof TextComment written && written.getText().contains(text));
		return marked ? code : SearchResult.found(code, text);
	}

}
