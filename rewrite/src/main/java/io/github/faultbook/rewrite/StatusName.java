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

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * A constant of {@code HttpStatus} of Spring or of {@code Status} of Zalando, which have
 * the same names.
 *
 * @param number the status
 * @param builtIn the name of the built-in entry of the catalog, or {@code null} if there
 * is none
 */
record StatusName(int number, @Nullable String builtIn) {

	private static final Map<String, StatusName> NAMES = Map.ofEntries(of("BAD_REQUEST", 400, "INVALID_REQUEST"),
			of("UNAUTHORIZED", 401, "AUTHENTICATION_REQUIRED"), of("PAYMENT_REQUIRED", 402, "PAYMENT_REQUIRED"),
			of("FORBIDDEN", 403, "PERMISSION_DENIED"), of("NOT_FOUND", 404, "RESOURCE_NOT_FOUND"),
			of("METHOD_NOT_ALLOWED", 405, "METHOD_NOT_ALLOWED"), of("NOT_ACCEPTABLE", 406, "NOT_ACCEPTABLE"),
			of("CONFLICT", 409, "CONFLICT"), of("GONE", 410, "RESOURCE_GONE"),
			of("PRECONDITION_FAILED", 412, "PRECONDITION_FAILED"),
			of("UNSUPPORTED_MEDIA_TYPE", 415, "UNSUPPORTED_MEDIA_TYPE"),
			of("UNPROCESSABLE_ENTITY", 422, "UNPROCESSABLE_CONTENT"),
			of("UNPROCESSABLE_CONTENT", 422, "UNPROCESSABLE_CONTENT"), of("LOCKED", 423, null),
			of("FAILED_DEPENDENCY", 424, null), of("PRECONDITION_REQUIRED", 428, "PRECONDITION_REQUIRED"),
			of("TOO_MANY_REQUESTS", 429, "RATE_LIMIT_EXCEEDED"),
			of("INTERNAL_SERVER_ERROR", 500, "INTERNAL_SERVER_ERROR"), of("NOT_IMPLEMENTED", 501, "NOT_IMPLEMENTED"),
			of("BAD_GATEWAY", 502, "BAD_GATEWAY"), of("SERVICE_UNAVAILABLE", 503, "SERVICE_UNAVAILABLE"),
			of("GATEWAY_TIMEOUT", 504, "GATEWAY_TIMEOUT"));

	private static Map.Entry<String, StatusName> of(String name, int number, @Nullable String builtIn) {
		return Map.entry(name, new StatusName(number, builtIn));
	}

	/**
	 * Find the status that an expression names.
	 * @param expression a constant, such as {@code Status.CONFLICT}
	 * @return the status, or {@code null} if the expression is not a known constant
	 */
	static @Nullable StatusName find(Expression expression) {
		J.Identifier name = null;
		if (expression instanceof J.FieldAccess constant) {
			name = constant.getName();
		}
		else if (expression instanceof J.Identifier imported) {
			name = imported;
		}
		// A constant of another class can have the same name and type, and another value
		JavaType.Variable constant = (name != null) ? name.getFieldType() : null;
		return (constant != null && isStatus(constant.getOwner())) ? NAMES.get(constant.getName()) : null;
	}

	private static boolean isStatus(@Nullable JavaType type) {
		return TypeUtils.isOfClassType(type, "org.springframework.http.HttpStatus")
				|| TypeUtils.isOfClassType(type, "org.zalando.problem.Status");
	}

	static Map<String, StatusName> all() {
		return NAMES;
	}

}
