# При ошибке
requests.post(f"{API_BASE}/api/story-editor/project/status", json={
    "projectId": project_id,
    "status": "failed",
    "errorMessage": str(error)
})
