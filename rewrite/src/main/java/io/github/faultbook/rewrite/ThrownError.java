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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/**
 * What a {@code throw} statement tells about an error.
 */
final class ThrownError {

	private final List<Expression> facts = new ArrayList<>();

	private @Nullable StatusName status;

	private @Nullable Expression message;

	ThrownError status(Expression expression) {
		this.status = StatusName.find(expression);
		return this;
	}

	ThrownError message(Expression message) {
		this.message = message;
		return this;
	}

	void addFact(Expression name, Expression value) {
		this.facts.add(0, value);
		this.facts.add(0, name);
	}

	/**
	 * Return whether the catalog has a built-in entry for the error.
	 * @return whether the status is a constant with an entry
	 */
	boolean isBuiltIn() {
		return this.status != null && this.status.builtIn() != null;
	}

	/**
	 * Throw this error in place of an exception.
	 * @param statement the statement
	 * @param cursor the cursor at the statement
	 * @return the statement that throws this error
	 */
	J.Throw applyTo(J.Throw statement, Cursor cursor) {
		if (this.status == null) {
			throw new IllegalStateException("The status is unknown");
		}
		StringBuilder code = new StringBuilder("new ApiException(CommonError." + this.status.builtIn() + ")");
		List<Object> values = new ArrayList<>();
		if (this.message != null) {
			code.append(".message(#{any(java.lang.String)})");
			values.add(this.message);
		}
		for (int i = 0; i < this.facts.size(); i += 2) {
			code.append(".with(#{any(java.lang.String)}, #{any(java.lang.Object)})");
			values.add(this.facts.get(i));
			values.add(this.facts.get(i + 1));
		}
		Expression thrown = Faultbook.template(code.toString())
			.apply(new Cursor(cursor, statement.getException()), statement.getException().getCoordinates().replace(),
					values.toArray());
		return statement.withException(thrown);
	}

}
