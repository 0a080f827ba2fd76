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

package io.github.faultbook.autoconfigure.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.faultbook.CommonError;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;

import static io.github.faultbook.autoconfigure.contract.ContractCase.of;

/**
 * The requests of the contract that Spring Security refuses.
 */
final class SecurityCases {

	/**
	 * The challenge of Spring Security, whose parameters depend on its version.
	 */
	static final String BASIC = basicChallenge();

	private SecurityCases() {
	}

	private static String basicChallenge() {
		BasicAuthenticationEntryPoint entryPoint = new BasicAuthenticationEntryPoint();
		entryPoint.setRealmName("Realm");
		MockHttpServletResponse response = new MockHttpServletResponse();
		try {
			entryPoint.commence(new MockHttpServletRequest(), response, new BadCredentialsException("Wrong"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Objects.requireNonNull(response.getHeader("WWW-Authenticate"));
	}

	static Stream<ContractCase> all() {
		return Stream.of(basic("no credentials", "GET /basic/hello"),
				basic("wrong password", "GET /basic/hello").with(credentials("ada", "wrong")),
				basic("unknown user", "GET /basic/hello").with(credentials("eve", "pw")),
				basic("locked account", "GET /basic/hello").with(credentials("locked", "pw")),
				basic("malformed credentials", "GET /basic/hello").with("Authorization: Basic %%%"),
				of("missing role", "GET /basic/admin", CommonError.PERMISSION_DENIED).with(credentials("ada", "pw")),
				basic("anonymous caller of a guarded method", "GET /method-security"),
				basic("guarded method behind an ignored path", "GET /ignored/method-security").withoutSecurityHeaders(),
				of("caller of a guarded method", "GET /method-security", CommonError.PERMISSION_DENIED)
					.with(credentials("ada", "pw")),
				of("no CSRF token", "POST /csrf/hello", CommonError.PERMISSION_DENIED).with(credentials("ada", "pw")),
				of("no token", "GET /bearer/hello", CommonError.AUTHENTICATION_REQUIRED).owes("WWW-Authenticate",
						"Bearer resource_metadata=\"http://localhost/.well-known/oauth-protected-resource\""),
				of("malformed token", "GET /bearer/hello", CommonError.INVALID_TOKEN)
					.with("Authorization: Bearer nonsense")
					.owes("WWW-Authenticate", invalidToken("Malformed token")),
				of("expired token", "GET /bearer/hello", CommonError.INVALID_TOKEN)
					.with("Authorization: Bearer " + token(Instant.EPOCH.plusSeconds(3600), "read"))
					.owes("WWW-Authenticate", invalidToken("Jwt expired at 1970-01-01T01:00:00Z")),
				of("missing scope", "GET /bearer/admin", CommonError.PERMISSION_DENIED)
					.with("Authorization: Bearer " + token(Instant.now().plusSeconds(3600), "read"))
					.owes("WWW-Authenticate",
							"Bearer error=\"insufficient_scope\", error_description=\"The request requires higher "
									+ "privileges than provided by the access token.\", "
									+ "error_uri=\"https://tools.ietf.org/html/rfc6750#section-3.1\""),
				of("semicolon", "GET /a;b", CommonError.INVALID_REQUEST).withoutSecurityHeaders(),
				of("session in the path", "GET /a;jsessionid=1A2B/b;c?d=e", CommonError.INVALID_REQUEST)
					.withoutSecurityHeaders(),
				of("header that the firewall refuses", "GET /input/header", CommonError.INVALID_REQUEST)
					.with("X-Tenant: a\u0085b"),
				of("double slash", "GET /a//b", CommonError.INVALID_REQUEST).withoutSecurityHeaders(),
				of("unknown method", "FOO /orders", CommonError.INVALID_REQUEST).withoutSecurityHeaders());
	}

	private static ContractCase basic(String name, String requestLine) {
		return of(name, requestLine, CommonError.AUTHENTICATION_REQUIRED).owes("WWW-Authenticate", BASIC);
	}

	static String credentials(String user, String password) {
		return "Authorization: Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
	}

	private static String invalidToken(String description) {
		return "Bearer error=\"invalid_token\", error_description=\"An error occurred while attempting to decode the Jwt: "
				+ description + "\", error_uri=\"https://tools.ietf.org/html/rfc6750#section-3.1\", "
				+ "resource_metadata=\"http://localhost/.well-known/oauth-protected-resource\"";
	}

	private static String token(Instant expires, String scope) {
		try {
			SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256),
					new JWTClaimsSet.Builder().expirationTime(Date.from(expires)).claim("scope", scope).build());
			token.sign(new MACSigner(SecurityConfiguration.KEY));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
