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
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;

/**
 * An error as a {@code throw} statement describes it.
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

	ThrownError fact(Expression name, Expression value) {
		this.facts.add(name);
		this.facts.add(value);
		return this;
	}

	/**
	 * Throw this error in place of an exception.
	 * @param statement the statement
	 * @param cursor the cursor at the statement
	 * @return the statement that throws this error, or {@code null} if the catalog has no
	 * built-in entry for it, or if the statement has comments inside or uses other types
	 * with the names of those of Faultbook
	 */
	J.@Nullable Throw applyTo(J.Throw statement, Cursor cursor) {
		if (this.status == null || this.status.builtIn() == null || hasComments(statement.getException())
				|| Faultbook.clashesWith(cursor.firstEnclosingOrThrow(J.CompilationUnit.class))) {
			return null;
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

	private static boolean hasComments(Expression expression) {
		AtomicBoolean found = new AtomicBoolean();
		new JavaIsoVisitor<AtomicBoolean>() {

			@Override
			public Space visitSpace(@Nullable Space space, Space.Location location, AtomicBoolean comments) {
				if (space != null && !space.getComments().isEmpty()) {
					comments.set(true);
				}
				return super.visitSpace(space, location, comments);
			}

		}.visit(expression, found);
		return found.get();
	}

}
