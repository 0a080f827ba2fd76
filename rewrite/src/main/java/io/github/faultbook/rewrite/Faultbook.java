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
import java.util.stream.Collectors;

import org.openrewrite.java.JavaParser;
import org.openrewrite.java.JavaTemplate;

/**
 * The types of Faultbook that recipes write into an application.
 */
final class Faultbook {

	static final String API_EXCEPTION = "io.github.faultbook.ApiException";

	static final String COMMON_ERROR = "io.github.faultbook.CommonError";

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
			""",
			"package io.github.faultbook;\npublic enum CommonError implements ErrorCode {" + StatusName.all()
				.values()
				.stream()
				.map(StatusName::builtIn)
				.filter((name) -> name != null)
				.distinct()
				.collect(Collectors.joining(", ")) + "}");

	private Faultbook() {
	}

	static JavaTemplate template(String code) {
		return JavaTemplate.builder(code)
			.imports(API_EXCEPTION, COMMON_ERROR)
			.javaParser(JavaParser.fromJavaVersion().dependsOn(STUBS.toArray(new String[0])))
			.build();
	}

}
